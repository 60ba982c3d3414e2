-- an object may be kept as its difference from a base; null: as it is
ALTER TABLE object ADD COLUMN base INTEGER REFERENCES object(id);

ALTER TABLE object ADD COLUMN depth INTEGER;

CREATE INDEX object_base ON object(base) WHERE base IS NOT NULL;
