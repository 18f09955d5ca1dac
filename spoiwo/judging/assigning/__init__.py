"""Who reads what: no conflict, fair loads, one connected graph, and differences known as well as they can be."""
