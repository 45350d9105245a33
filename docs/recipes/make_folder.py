"""Write a folder of reports to try things on: copies of the examples under other names and years.

All figures of a copy are those of the example times a whole number, so that its sums still hold.
"""

import re
import sys
from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples"
#: The example, the agency in it, and its year of data.
MODELS = {
    "f2014": ("棠濑县人民政府", 2016),
    "f2019": ("云岫市交通运输局", 2019),
    "f2021": ("云岫市鹭汀区人民政府", 2023),
}
#: Each agency as it spells its name, by the first year of that spelling.
AGENCIES = {
    "汀溪": {2016: "汀溪县人民政府", 2019: "汀溪县", 2021: "汀溪苗族自治县人民政府"},
    "鹭汀": {2016: "云岫市鹭汀区政府", 2018: "云岫市鹭汀区人民政府"},
    "青湾": {2017: "青湾综合实验区管委会", 2021: "青湾综合实验区"},
}
FACTORS = {
    "汀溪": (3, 4, 4, 2, 3, 2, 3, 4),
    "鹭汀": (2, 3, 5, 3, 4, 3, 2, 1),
    "青湾": (1, 2, 1, 1, 2, 1, 2, 3),
}
MISSING = {("鹭汀", 2019), ("青湾", 2020)}

#: A figure in a cell, or one that a sentence counts with.
FIGURE = re.compile(
    r"(?m)(?:^|(?<=\| ))[0-9]+(?= *(?:\||$))|(?<![0-9.年])[0-9]+(?=[条件次篇期场个份人])"
)


def copy(agency: str, year: int, factor: int) -> str:
    model = "f2014" if year < 2019 else "f2019" if year < 2021 else "f2021"
    name, model_year = MODELS[model]
    text = (EXAMPLES / f"{model}.txt").read_text("utf-8").replace(name, agency)
    for there, here in ((model_year + 1, year + 1), (model_year, year)):
        text = text.replace(str(there), f"@{here}")
    text = text.replace("@", "")
    return FIGURE.sub(lambda found: str(int(found[0]) * factor), text)


def main(folder: str = "reports") -> None:
    Path(folder).mkdir()
    for place, spellings in AGENCIES.items():
        for year, factor in zip(range(2016, 2024), FACTORS[place], strict=True):
            names = [name for first, name in spellings.items() if first <= year]
            if names and (place, year) not in MISSING:
                text = copy(names[-1], year, factor)
                Path(folder, f"{place}{year}.txt").write_text(text, "utf-8")
    Path(folder, "封面.txt").write_bytes(b"\x89PNG\r\n")  # a picture that took another name


if __name__ == "__main__":
    main(*sys.argv[1:])
