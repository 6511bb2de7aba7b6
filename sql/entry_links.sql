-- The two entries most like each entry: by the cosine of their concepts, each weighed
-- by its rarity, idf = ln((n + 1) / (df + 1/2)), and by its salience in the entry. A
-- concept on more than 5 % of the entries (but at least 100, at most 2,000) is a hub:
-- it counts in the norms alone, so that its pairs are never looked at. Of entries
-- equally alike the one that was read first comes first.
--
-- Reads: entries, tags.
-- Gives: a, b (a read before b), similarity.
WITH size AS (
    SELECT count(*) AS entries FROM entries
),
frequencies AS (
    SELECT concept, count(*) AS entries FROM tags GROUP BY concept
),
weights AS (
    SELECT tags.entry, entries.position, tags.concept, frequencies.entries AS frequency,
        greatest(ln((size.entries + 1) / (frequencies.entries + 0.5e0)), 0e0) * tags.salience AS weight
    FROM tags
        JOIN entries ON entries.id = tags.entry
        JOIN frequencies ON frequencies.concept = tags.concept
        CROSS JOIN size
),
norms AS (
    SELECT entry, sqrt(sum(weight * weight)) AS norm FROM weights GROUP BY entry
),
linking AS (
    SELECT weights.entry, weights.position, weights.concept, weights.weight
    FROM weights CROSS JOIN size
    WHERE weights.weight > 0
        AND weights.frequency <= greatest(100, least(2000, floor(0.05e0 * size.entries)))
),
products AS (
    SELECT x.entry AS entry, x.position AS position, y.entry AS other, y.position AS other_position,
        sum(x.weight * y.weight) AS product
    FROM linking x JOIN linking y ON x.concept = y.concept AND x.entry <> y.entry
    GROUP BY x.entry, x.position, y.entry, y.position
),
alike AS (
    SELECT products.entry, products.position, other, other_position,
        product / (mine.norm * theirs.norm) AS similarity
    FROM products
        JOIN norms mine ON mine.entry = products.entry
        JOIN norms theirs ON theirs.entry = other
),
ranked AS (
    -- The builder has single precision, where what is equally alike is equal.
    SELECT alike.*, row_number() OVER (
        PARTITION BY entry ORDER BY round(similarity, 6) DESC, other_position
    ) AS place
    FROM alike
)
SELECT DISTINCT
    CASE WHEN position < other_position THEN entry ELSE other END AS a,
    CASE WHEN position < other_position THEN other ELSE entry END AS b,
    round(similarity, 6) AS similarity
FROM ranked
WHERE place <= 2
ORDER BY a, b
