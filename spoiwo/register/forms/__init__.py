"""What people type into the register's pages, made into clean values."""
