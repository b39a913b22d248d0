-- Checks of commits, and which of them a branch requires
--
-- Revision ID: gitness_0017
-- Revises: before

-- migrate:up
CREATE TABLE checks (
    check_id         serial PRIMARY KEY,
    check_created_by integer NOT NULL,
    check_created    bigint NOT NULL,
    check_updated    bigint NOT NULL,
    check_repo_id    integer NOT NULL,
    check_commit_sha text NOT NULL,
    check_type       text NOT NULL,
    check_uid        text NOT NULL,
    check_status     text NOT NULL,
    check_summary    text NOT NULL,
    check_link       text NOT NULL,
    check_payload    json NOT NULL,
    check_metadata   json NOT NULL,
    CONSTRAINT fk_check_created_by FOREIGN KEY (check_created_by) REFERENCES principals (principal_id),
    CONSTRAINT fk_check_repo_id FOREIGN KEY (check_repo_id) REFERENCES repositories (repo_id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX checks_repo_id_commit_sha_uid ON checks (check_repo_id, check_commit_sha, check_uid);
CREATE INDEX checks_repo_id_created ON checks (check_repo_id, check_created);

CREATE TABLE reqchecks (
    reqcheck_id             serial PRIMARY KEY,
    reqcheck_created_by     integer NOT NULL,
    reqcheck_created        bigint NOT NULL,
    reqcheck_repo_id        integer NOT NULL,
    reqcheck_branch_pattern text NOT NULL,
    reqcheck_check_uid      text NOT NULL,
    CONSTRAINT fk_check_created_by FOREIGN KEY (reqcheck_created_by) REFERENCES principals (principal_id),
    CONSTRAINT fk_check_repo_id FOREIGN KEY (reqcheck_repo_id) REFERENCES repositories (repo_id) ON DELETE CASCADE
);
CREATE INDEX reqchecks_repo_id ON reqchecks (reqcheck_repo_id);
