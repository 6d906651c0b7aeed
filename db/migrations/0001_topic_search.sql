-- Full-text index over topics, row number = topics.id. Contentless: the text lives once, in topic_texts.
-- Text that goes in is folded by unicode61 (accents) and stemmed by porter (the calls are English).
CREATE VIRTUAL TABLE `topic_search` USING fts5(
  identifier, title, call_title, keywords, body,
  content='', contentless_delete=1,
  tokenize='porter unicode61 remove_diacritics 2'
);
