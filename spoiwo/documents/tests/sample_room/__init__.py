"""A room of the tests with one document template of its own, as any room may have."""
