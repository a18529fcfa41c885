-- Trigrams, for searching anywhere in a text by index.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
