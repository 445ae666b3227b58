"""Whoosh's query trees, answered with arrays instead of posting by posting.

`Evaluation` takes a tree, of Whoosh's own nodes and of those in `index.fulltext.nodes`, and
gives the documents that it finds with their scores; `Standing` tells where things stand.
"""

from index.fulltext.evaluation.evaluate import Evaluation, never
from index.fulltext.evaluation.placing import placed
from index.fulltext.evaluation.positions import Stretches
from index.fulltext.evaluation.ranking import Ranked, Sort, quotes_in_order
from index.fulltext.evaluation.scoring import Answer
from index.fulltext.evaluation.space import Pair, Segment, Space
from index.fulltext.evaluation.standing import Abandoned, Standing, Stop

__all__ = [
    "Abandoned",
    "Answer",
    "Evaluation",
    "Pair",
    "Ranked",
    "Segment",
    "Sort",
    "Space",
    "Standing",
    "Stop",
    "Stretches",
    "never",
    "placed",
    "quotes_in_order",
]
