"""The parts of convert_actors.py, one a table."""
