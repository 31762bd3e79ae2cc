"""How certain the wording makes the words at some place: shared by the stages that read what happened."""

from headwater.reading.certainty.lexicon import Lexicon, lexicon
from headwater.reading.certainty.weighing import Certainty, certainty

__all__ = ["Certainty", "Lexicon", "certainty", "lexicon"]
