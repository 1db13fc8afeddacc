"""How well a scan is read: character errors and time for a page of ours at 300, 200 and 180 dpi."""

import time

from bench.figure import Figure, print_figures
from lantoa.paper.reading import read_official
from lantoa.paper.writing import to_pdf
from tests.paper.scans import as_file, errors_in, scanned
from tests.paper.test_scans import LETTER, words_of

POOR = {"clean": (0.0, 0.0), "tilted 1.2 degrees, 12 % noise": (1.2, 0.12)}


def measure() -> int:
    truth = words_of(read_official(to_pdf(LETTER)))
    figures = []
    for dpi in (300, 200, 180):
        for name, (tilt, noise) in POOR.items():
            file = as_file(scanned(LETTER, dpi, tilt=tilt, noise=noise), "PNG", dpi)
            start = time.perf_counter()
            reading = read_official(file, "quet.png")
            taken = time.perf_counter() - start
            size = f"1 page, {len(truth)} letters, {dpi} dpi, {name}"
            wrong = errors_in(words_of(reading), truth) * 100
            document = reading.document
            right = (document.number, document.issued_on, document.issuer) == (
                LETTER.number,
                LETTER.issued_on,
                LETTER.issuer,
            )
            target = 3.0 if dpi >= 200 else None
            figures.append(Figure("scan: characters read wrong", wrong, "%", size, target))
            figures.append(Figure("scan: number, date and issuer right", float(right), "of 1", size, 1, True))
            figures.append(Figure("scan: time for one page", taken, "s", size))
    print_figures(figures)
    return 0
