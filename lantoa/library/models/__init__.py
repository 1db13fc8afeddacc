"""Law as data: documents, their provisions, effects with their own dates, policies, bundles."""

from lantoa.library.models.bundles import Bundle
from lantoa.library.models.documents import Document, Provision, ProvisionNote, Topic
from lantoa.library.models.effects import Effect
from lantoa.library.models.follows import Follow
from lantoa.library.models.instructions import Instruction
from lantoa.library.models.intakes import Intake, IntakeFile
from lantoa.library.models.mentions import Mention
from lantoa.library.models.policies import BasisClearing, PinnedCitation, Policy, PolicyBasis, PolicyParameter
from lantoa.library.models.rehearsals import Rehearsal, SupposedEffect
from lantoa.library.models.relations import Relation, StatusDeclaration, StatusRuling
from lantoa.library.models.search import SearchPassage
from lantoa.library.models.standards import Area, PovertyStandard

__all__ = [
    "Area",
    "BasisClearing",
    "Bundle",
    "Document",
    "Effect",
    "Follow",
    "Instruction",
    "Intake",
    "IntakeFile",
    "Mention",
    "PinnedCitation",
    "Policy",
    "PolicyBasis",
    "PolicyParameter",
    "PovertyStandard",
    "Provision",
    "ProvisionNote",
    "Rehearsal",
    "Relation",
    "StatusDeclaration",
    "StatusRuling",
    "SupposedEffect",
    "SearchPassage",
    "Topic",
]
