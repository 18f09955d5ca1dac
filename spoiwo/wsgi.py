"""The web application as a server loads it."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from spoiwo.polish.dictionary import lend_dictionary

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "spoiwo.settings")
lend_dictionary()
# What is loaded now stays: looking for garbage among it costs a fifth of the start, and time ever after.
gc.disable()
application = get_wsgi_application()
_ADDRESSES = get_resolver().url_patterns  # loads the views, which would make the first visitor wait
gc.freeze()
gc.enable()
