"""From POST to clean values; choices come from queries."""
