-- Labels of pull requests
--
-- Revision ID: gitness_0060
-- Revises: gitness_0050

-- migrate:up
CREATE TABLE labels (
    label_id          serial PRIMARY KEY,
    label_space_id    integer DEFAULT NULL,
    label_repo_id     integer DEFAULT NULL,
    label_scope       integer DEFAULT 0,
    label_key         text NOT NULL,
    label_description text NOT NULL DEFAULT '',
    label_color       text NOT NULL DEFAULT 'black',
    label_type        text NOT NULL DEFAULT 'static',
    label_created     bigint NOT NULL,
    label_updated     bigint NOT NULL,
    label_created_by  integer NOT NULL,
    label_updated_by  integer NOT NULL,
    label_value_count integer DEFAULT 0,
    CONSTRAINT fk_labels_space_id FOREIGN KEY (label_space_id) REFERENCES spaces ON DELETE CASCADE,
    CONSTRAINT fk_labels_repo_id FOREIGN KEY (label_repo_id) REFERENCES repositories ON DELETE CASCADE,
    CONSTRAINT chk_label_space_or_repo CHECK (label_space_id IS NULL OR label_repo_id IS NULL),
    CONSTRAINT fk_labels_created_by FOREIGN KEY (label_created_by) REFERENCES principals,
    CONSTRAINT fk_labels_updated_by FOREIGN KEY (label_updated_by) REFERENCES principals
);
CREATE UNIQUE INDEX labels_space_id_key ON labels (label_space_id, lower(label_key)) WHERE label_space_id IS NOT NULL;
CREATE UNIQUE INDEX labels_repo_id_key ON labels (label_repo_id, lower(label_key)) WHERE label_repo_id IS NOT NULL;

CREATE TABLE label_values (
    label_value_id         serial PRIMARY KEY,
    label_value_label_id   integer NOT NULL,
    label_value_value      text NOT NULL,
    label_value_color      text NOT NULL,
    label_value_created    bigint NOT NULL,
    label_value_updated    bigint NOT NULL,
    label_value_created_by integer NOT NULL,
    label_value_updated_by integer NOT NULL,
    CONSTRAINT fk_label_values_label_id FOREIGN KEY (label_value_label_id) REFERENCES labels ON DELETE CASCADE,
    CONSTRAINT fk_label_values_created_by FOREIGN KEY (label_value_created_by) REFERENCES principals,
    CONSTRAINT fk_labels_values_updated_by FOREIGN KEY (label_value_updated_by) REFERENCES principals
);
CREATE UNIQUE INDEX unique_label_value_label_id_value ON label_values (label_value_label_id, lower(label_value_value));

CREATE TABLE pullreq_labels (
    pullreq_label_pullreq_id     integer NOT NULL,
    pullreq_label_label_id       integer NOT NULL,
    pullreq_label_label_value_id integer DEFAULT NULL,
    pullreq_label_created        bigint NOT NULL,
    pullreq_label_updated        bigint NOT NULL,
    pullreq_label_created_by     integer NOT NULL,
    pullreq_label_updated_by     integer NOT NULL,
    CONSTRAINT fk_pullreq_labels_pullreq_id FOREIGN KEY (pullreq_label_pullreq_id) REFERENCES pullreqs ON DELETE CASCADE,
    CONSTRAINT fk_pullreq_labels_label_id FOREIGN KEY (pullreq_label_label_id) REFERENCES labels ON DELETE CASCADE,
    CONSTRAINT fk_pullreq_labels_label_value_id FOREIGN KEY (pullreq_label_label_value_id)
        REFERENCES label_values ON DELETE SET NULL,
    CONSTRAINT fk_pullreq_labels_created_by FOREIGN KEY (pullreq_label_created_by) REFERENCES principals,
    CONSTRAINT fk_pullreq_labels_updated_by FOREIGN KEY (pullreq_label_updated_by) REFERENCES principals,
    PRIMARY KEY (pullreq_label_pullreq_id, pullreq_label_label_id)
);
