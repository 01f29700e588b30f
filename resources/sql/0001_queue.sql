-- SPDX-FileCopyrightText: 2026 The Expunge authors
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The queue, version 1. Holds no personal data: ids, digests, sizes, states and neutral names only.
-- The triggers are the rules: whatever program writes here, an illegal change is refused.

CREATE TABLE submission(
    id TEXT PRIMARY KEY NOT NULL CHECK(length(id) = 36),
    state TEXT NOT NULL CHECK(state IN('staging', 'ready', 'uploading', 'delivered', 'retry_wait', 'failed',
                                       'withdrawn', 'recall_requested', 'recalled')),
    rev INTEGER NOT NULL DEFAULT 0 CHECK(rev >= 0),
    -- the idempotency key as well: the same signed bytes are the same submission
    manifest_sha256 TEXT NOT NULL UNIQUE CHECK(length(manifest_sha256) = 64),
    key_id TEXT NOT NULL CHECK(length(key_id) = 64),
    chain_sequence INTEGER NOT NULL CHECK(chain_sequence >= 1),
    total_bytes INTEGER NOT NULL CHECK(total_bytes >= 0),
    redactions INTEGER NOT NULL CHECK(redactions >= 0),
    priority INTEGER NOT NULL DEFAULT 0,
    attempt INTEGER NOT NULL DEFAULT 0 CHECK(attempt >= 0),
    not_before_ms INTEGER NOT NULL DEFAULT 0 CHECK(not_before_ms >= 0),
    lease_owner TEXT,
    lease_until_ms INTEGER,
    receipt TEXT,
    error_code TEXT,
    created_ms INTEGER NOT NULL,
    updated_ms INTEGER NOT NULL,
    UNIQUE(key_id, chain_sequence, manifest_sha256),
    UNIQUE(key_id, chain_sequence),
    CHECK((state = 'uploading') = (lease_owner IS NOT NULL)),
    CHECK((lease_owner IS NULL) = (lease_until_ms IS NULL)),
    CHECK(state NOT IN('delivered', 'recall_requested', 'recalled') OR receipt IS NOT NULL)
) STRICT;

CREATE TABLE artifact(
    submission_id TEXT NOT NULL REFERENCES submission(id),
    ord INTEGER NOT NULL CHECK(ord >= 0),
    role TEXT NOT NULL CHECK(role IN('manifest', 'output', 'task')),
    sha256 TEXT NOT NULL CHECK(length(sha256) = 64),
    bytes INTEGER NOT NULL CHECK(bytes >= 0),
    name TEXT NOT NULL CHECK(length(name) > 0),
    upload_url TEXT,
    upload_offset INTEGER NOT NULL DEFAULT 0 CHECK(upload_offset BETWEEN 0 AND bytes),
    done INTEGER NOT NULL DEFAULT 0 CHECK(done IN(0, 1)),
    PRIMARY KEY(submission_id, ord),
    UNIQUE(submission_id, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX artifact_by_digest ON artifact(sha256);

-- The last manifest of each key, so that the next one can name it.
CREATE TABLE chain(
    key_id TEXT PRIMARY KEY NOT NULL,
    sequence INTEGER NOT NULL,
    last_manifest_sha256 TEXT NOT NULL,
    FOREIGN KEY(key_id, sequence, last_manifest_sha256)
        REFERENCES submission(key_id, chain_sequence, manifest_sha256)
) STRICT, WITHOUT ROWID;

CREATE TABLE event(
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    submission_id TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    from_state TEXT,
    to_state TEXT NOT NULL,
    actor TEXT,
    code TEXT
) STRICT;

CREATE INDEX event_by_submission ON event(submission_id, seq);

CREATE TRIGGER submission_starts_in_staging BEFORE INSERT ON submission
WHEN NEW.state <> 'staging' OR NEW.rev <> 0
BEGIN SELECT RAISE(ABORT, 'a submission starts in staging'); END;

CREATE TRIGGER submission_state_change BEFORE UPDATE OF state ON submission
WHEN OLD.state <> NEW.state AND OLD.state || '>' || NEW.state NOT IN(
    'staging>ready', 'staging>withdrawn',
    'ready>uploading', 'ready>withdrawn',
    'uploading>delivered', 'uploading>retry_wait', 'uploading>failed', 'uploading>withdrawn',
    'retry_wait>uploading', 'retry_wait>failed', 'retry_wait>withdrawn',
    'failed>ready', 'failed>withdrawn',
    'delivered>recall_requested', 'recall_requested>recalled')
BEGIN SELECT RAISE(ABORT, 'illegal change of state'); END;

CREATE TRIGGER submission_revision BEFORE UPDATE ON submission
WHEN NEW.rev <> OLD.rev + 1
BEGIN SELECT RAISE(ABORT, 'the revision advances by one'); END;

CREATE TRIGGER submission_frozen BEFORE UPDATE ON submission
WHEN NEW.id <> OLD.id OR NEW.manifest_sha256 <> OLD.manifest_sha256 OR NEW.key_id <> OLD.key_id
    OR NEW.chain_sequence <> OLD.chain_sequence OR NEW.total_bytes <> OLD.total_bytes
    OR NEW.redactions <> OLD.redactions OR NEW.created_ms <> OLD.created_ms
BEGIN SELECT RAISE(ABORT, 'what was signed is not changed'); END;

CREATE TRIGGER submission_kept BEFORE DELETE ON submission
BEGIN SELECT RAISE(ABORT, 'a submission is not deleted'); END;

CREATE TRIGGER submission_ready BEFORE UPDATE OF state ON submission
WHEN NEW.state = 'ready'
    AND (NOT EXISTS(SELECT 1 FROM artifact WHERE submission_id = NEW.id AND role = 'manifest'
                    AND sha256 = NEW.manifest_sha256)
         OR NOT EXISTS(SELECT 1 FROM artifact WHERE submission_id = NEW.id AND role = 'output'))
BEGIN SELECT RAISE(ABORT, 'a submission needs its manifest and an output'); END;

CREATE TRIGGER submission_delivered BEFORE UPDATE OF state ON submission
WHEN NEW.state = 'delivered' AND EXISTS(SELECT 1 FROM artifact WHERE submission_id = NEW.id AND done = 0)
BEGIN SELECT RAISE(ABORT, 'a file was not delivered'); END;

CREATE TRIGGER submission_held BEFORE UPDATE OF state ON submission
WHEN NEW.state = 'uploading' AND OLD.not_before_ms > NEW.updated_ms
BEGIN SELECT RAISE(ABORT, 'the submission is held'); END;

CREATE TRIGGER submission_receipt BEFORE UPDATE OF receipt ON submission
WHEN OLD.receipt IS NOT NULL AND NEW.receipt IS NOT OLD.receipt
BEGIN SELECT RAISE(ABORT, 'a receipt is not changed'); END;

CREATE TRIGGER artifact_added BEFORE INSERT ON artifact
WHEN (SELECT state FROM submission WHERE id = NEW.submission_id) <> 'staging'
    OR NEW.done <> 0 OR NEW.upload_offset <> 0
BEGIN SELECT RAISE(ABORT, 'files are added in staging'); END;

CREATE TRIGGER artifact_frozen BEFORE UPDATE ON artifact
WHEN NEW.submission_id <> OLD.submission_id OR NEW.ord <> OLD.ord OR NEW.role <> OLD.role
    OR NEW.sha256 <> OLD.sha256 OR NEW.bytes <> OLD.bytes OR NEW.name <> OLD.name
    OR (NEW.upload_offset < OLD.upload_offset AND NEW.upload_url IS OLD.upload_url)
BEGIN SELECT RAISE(ABORT, 'what was signed is not changed'); END;

CREATE TRIGGER artifact_kept BEFORE DELETE ON artifact
BEGIN SELECT RAISE(ABORT, 'a file is not deleted'); END;

CREATE TRIGGER chain_start BEFORE INSERT ON chain
WHEN NEW.sequence <> 1
BEGIN SELECT RAISE(ABORT, 'a chain starts with one'); END;

CREATE TRIGGER chain_step BEFORE UPDATE ON chain
WHEN NEW.key_id <> OLD.key_id OR NEW.sequence <> OLD.sequence + 1
BEGIN SELECT RAISE(ABORT, 'a chain advances by one'); END;

CREATE TRIGGER chain_kept BEFORE DELETE ON chain
BEGIN SELECT RAISE(ABORT, 'a chain is not deleted'); END;

CREATE TRIGGER event_of_start AFTER INSERT ON submission
BEGIN INSERT INTO event(submission_id, at_ms, from_state, to_state)
    VALUES(NEW.id, NEW.created_ms, NULL, NEW.state); END;

CREATE TRIGGER event_of_change AFTER UPDATE OF state ON submission
WHEN OLD.state <> NEW.state
BEGIN INSERT INTO event(submission_id, at_ms, from_state, to_state, actor, code)
    VALUES(NEW.id, NEW.updated_ms, OLD.state, NEW.state, NEW.lease_owner, NEW.error_code); END;

CREATE TRIGGER event_unchanged BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'events are only added'); END;

CREATE TRIGGER event_kept BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'events are only added'); END;
