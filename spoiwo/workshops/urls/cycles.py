"""Addresses of cycles, templates' steps and steps of workshops."""

from django.urls import path

from spoiwo.workshops.views import cycles, steps, templates

MEETING = "meetings/<int:meeting_pk>/"
TEMPLATE = "workshops/templates/<int:template_pk>/"
TEMPLATE_STEP = TEMPLATE + "steps/<int:template_step_pk>/"
urlpatterns = [
    path("workshops/", cycles.cycles, name="cycles"),
    path("workshops/series/<int:series_pk>/", cycles.cycle, name="cycle"),
    path("workshops/series/<int:series_pk>/copying/", cycles.cycle_copying, name="cycle_copying"),
    path(TEMPLATE, templates.template_steps, name="template_steps"),
    path(
        TEMPLATE + "meetings/<int:meeting_order>/new/", templates.template_step_new, name="template_step_new"
    ),
    path(TEMPLATE_STEP, templates.template_step, name="template_step"),
    path(TEMPLATE_STEP + "place/", templates.template_step_place, name="template_step_place"),
    path(TEMPLATE_STEP + "removal/", templates.template_step_removal, name="template_step_removal"),
    path(MEETING + "steps/", steps.steps, name="steps"),
    path(MEETING + "steps/new/", steps.step_new, name="step_new"),
    path(MEETING + "steps/copying/", steps.steps_copying, name="steps_copying"),
    path(MEETING + "steps/<int:step_pk>/", steps.step, name="step"),
    path(MEETING + "steps/<int:step_pk>/edit/", steps.step_edit, name="step_edit"),
    path(MEETING + "steps/<int:step_pk>/place/", steps.step_place, name="step_place"),
    path(MEETING + "steps/<int:step_pk>/removal/", steps.step_removal, name="step_removal"),
]
