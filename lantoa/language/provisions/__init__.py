"""Provisions of a document: their tree, and the fingerprint of their words.

Levels and their numbering: Nghị định 30/2020/NĐ-CP, Phụ lục I (phần, chương, mục, tiểu mục, điều, khoản,
điểm; points go a, b, c, d, đ, e, g ...). Ids follow Akoma Ntoso: "chp_II__sec_1", "art_3__para_2__point_a";
an article is counted through the whole document, so its id does not name the chapter; đ is "dd"; an appendix
is "annex_I", what is issued with the document is "att_1__art_1". A plan or directive has no articles:
"sec_I__para_1__point_a". A sub-clause "1.1." is a point of its clause: "art_10__para_1__point_1.1".
"""

from lantoa.language.provisions.fingerprint import fingerprint, normalised_words
from lantoa.language.provisions.naming import KINDS, ProvisionNode
from lantoa.language.provisions.notes import is_consolidated, without_notes
from lantoa.language.provisions.tree import (
    FOOT,
    HEAD,
    LEFT,
    NOTE,
    Tree,
    TreeDoubt,
    TreeNote,
    provision_tree,
    read_tree,
)

__all__ = [
    "FOOT",
    "HEAD",
    "KINDS",
    "LEFT",
    "NOTE",
    "ProvisionNode",
    "Tree",
    "TreeDoubt",
    "TreeNote",
    "fingerprint",
    "is_consolidated",
    "normalised_words",
    "provision_tree",
    "read_tree",
    "without_notes",
]
