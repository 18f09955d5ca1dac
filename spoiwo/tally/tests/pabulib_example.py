"""A small participatory budget in the Pabulib format, worked by hand in the docstring of equal shares."""

PB = """META
key; value
description; Budżet obywatelski
budget; 12
vote_type; approval
PROJECTS
project_id; cost; name
1; 6; "Ławki; kosze"
2; 6; Chodnik
3; 4; Żłobek
VOTES
voter_id; age; vote
a; 34; 1
b; 51; 1,2
c; ; 2,3
"""
