"""The web application as a server loads it."""

import os

from django.core.wsgi import get_wsgi_application

from spoiwo.polish.dictionary import lend_dictionary

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "spoiwo.settings")
lend_dictionary()
application = get_wsgi_application()
