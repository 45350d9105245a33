// What a page is worth as the answer to a query: the glossary explains a word, a grammar only mentions it.
var Scorer = {
  score: ([page, title, anchor, about, score]) => {
    if (page === "glossary" || page === "zh/glossary") return score + 20;
    return page.startsWith("reference/grammars/") ? score - 3 : score;
  },
  // Sphinx's own.
  objNameMatch: 11,
  objPartialMatch: 6,
  objPrio: { 0: 15, 1: 5, 2: -5 },
  objPrioDefault: 0,
  title: 15,
  partialTitle: 7,
  term: 5,
  partialTerm: 2,
};
