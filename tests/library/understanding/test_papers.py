"""Papers of many shapes: what they say is read with its words, what they do not say stays open."""

import pytest

from lantoa.library.understanding import NOTHING, Proposal, Value, strongest, understand_lines
from tests.library.law_papers import PAPERS, Paper, said


def read(paper: Paper) -> Proposal:
    return understand_lines(paper.text.splitlines())


@pytest.mark.parametrize("paper", PAPERS, ids=lambda p: p.name)
def test_each_value_is_read_as_printed(paper: Paper) -> None:
    proposal = read(paper)

    assert {name: proposal.get(name) for name in paper.values} == paper.values


@pytest.mark.parametrize("paper", PAPERS, ids=lambda p: p.name)
def test_each_value_stands_on_words_of_the_lines_that_it_names(paper: Paper) -> None:
    proposal = read(paper)

    for name, value in proposal.values.items():
        lines = plain(" ".join(proposal.lines[at] for at in value.lines))
        assert value.lines and value.words, name
        assert plain(value.words) in lines, name


def plain(words: str) -> str:
    return " ".join(words.replace("|", " ").split())


@pytest.mark.parametrize("paper", PAPERS, ids=lambda p: p.name)
def test_what_looks_wrong_is_told(paper: Paper) -> None:
    assert paper.doubts <= {doubt.code for doubt in read(paper).doubts}


@pytest.mark.parametrize("paper", PAPERS, ids=lambda p: p.name)
def test_relations_are_those_that_the_words_state(paper: Paper) -> None:
    stated = {said(one.citation): one.relation for one in strongest(read(paper).cited)}

    assert {target: stated.get(target) for target in paper.relations} == paper.relations


def test_citations_of_all_papers_are_found_and_none_is_invented() -> None:
    expected = [(p.name, c) for p in PAPERS for c in p.cites]
    found = {(p.name, said(one.citation)) for p in PAPERS for one in read(p).cited}
    right = found & set(expected)

    assert len(right) >= 0.95 * len(expected), set(expected) - found
    assert len(right) >= 0.99 * len(found), found - set(expected)


def test_a_tidy_paper_raises_no_doubt() -> None:
    assert read(PAPERS[0]).doubts == []


def test_a_proposal_comes_back_from_json_unchanged() -> None:
    proposal = read(PAPERS[4])

    assert Proposal.from_dict(proposal.as_dict()).as_dict() == proposal.as_dict()


def test_an_empty_paper_gives_an_empty_proposal() -> None:
    proposal = understand_lines([""])

    assert proposal.values == {} and proposal.cited == []
    assert {"number_missing", "kind_missing", "title_missing"} <= {d.code for d in proposal.doubts}


def test_two_numbers_in_one_head_are_both_shown() -> None:
    lines = [
        "Số hiệu: 21/2031/NĐ-CP",
        "CHÍNH PHỦ",
        "Số: 20/2031/NĐ-CP",
        "NGHỊ ĐỊNH",
        "Quy định thử",
        "Điều 1. A",
    ]

    doubts = {d.code: d.says for d in understand_lines(lines).doubts}

    assert "20/2031/NĐ-CP" in doubts["numbers_differ"] and "21/2031/NĐ-CP" in doubts["numbers_differ"]


def test_the_issuer_that_the_symbol_names_is_compared_with_the_printed_one() -> None:
    lines = ["BỘ TÀI CHÍNH", "Số: 14/2031/TT-BYT", "THÔNG TƯ", "Quy định thử", "Điều 1. A"]
    proposal = understand_lines(lines, Value("BỘ TÀI CHÍNH", "BỘ TÀI CHÍNH", (0,)))

    assert "issuer_differs" in {d.code for d in proposal.doubts}
    assert understand_lines(lines[1:], NOTHING).get("issuer") == "Bộ Y tế"
