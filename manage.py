"""Django's own commands, for development."""

import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "spoiwo.settings")
execute_from_command_line(sys.argv)
