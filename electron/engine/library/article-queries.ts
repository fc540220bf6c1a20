/** Where all sources are within reach, the index of locations holds them in the order that is wanted. */
export const articlesOfCards = `
  SELECT a.id, a.missing, a.sha256, a.encoding,
    CASE WHEN EXISTS (SELECT 1 FROM sources WHERE away = 1)
      THEN (SELECT l.path FROM locations l JOIN sources s ON s.id = l.source WHERE l.article = a.id
        ORDER BY l.missing, s.away, l.path LIMIT 1)
      ELSE (SELECT path FROM locations WHERE article = a.id ORDER BY missing, path LIMIT 1) END AS path,
    (SELECT json_group_array(t.name ORDER BY t.folded) FROM article_tags x JOIN tags t ON t.id = x.tag
      WHERE x.article = a.id) AS tags,
    (SELECT count(*) FROM notes WHERE article = a.id) AS notes,
    (SELECT count(*) FROM highlights WHERE article = a.id) AS highlights,
    r.read_at_ms IS NOT NULL AS read, r.excluded_at_ms IS NOT NULL AS excluded, r.queue_place IS NOT NULL AS queued
  FROM articles a LEFT JOIN reading_states r ON r.article = a.id WHERE a.id IN (SELECT value FROM json_each(?))`;
