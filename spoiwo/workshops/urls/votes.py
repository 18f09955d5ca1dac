"""Addresses of votes, ballots and results."""

from django.urls import path

from spoiwo.workshops.views import ballots, ties, votes

VOTE = "votes/<int:vote_pk>/"
urlpatterns = [
    path("meetings/<int:meeting_pk>/steps/<int:step_pk>/votes/new/", votes.vote_new, name="vote_new"),
    path(VOTE, votes.vote, name="vote"),
    path(VOTE + "edit/", votes.vote_edit, name="vote_edit"),
    path(VOTE + "removal/", votes.vote_removal, name="vote_removal"),
    path(VOTE + "opening/", votes.vote_opening, name="vote_opening"),
    path(VOTE + "closing/", votes.vote_closing, name="vote_closing"),
    path(VOTE + "publication/", votes.vote_publication, name="vote_publication"),
    path(VOTE + "ballots.csv", votes.vote_ballots, name="vote_ballots"),
    path(VOTE + "ballots.pb", votes.vote_pabulib, name="vote_pabulib"),
    path(VOTE + "cards/", votes.vote_cards, name="vote_cards"),
    path(VOTE + "tie/", ties.tie, name="vote_tie"),
    path(VOTE + "casting/", ties.casting, name="vote_casting"),
    path(VOTE + "paper/", ballots.paper, name="vote_paper"),
    path(VOTE + "paper.pdf", ballots.paper_file, name="vote_paper_file"),
    path("w/<slug:slip_code>/ballot/<int:vote_pk>/", ballots.seat_ballot, name="seat_ballot"),
]
