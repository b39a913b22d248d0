-- Who is public stands in tables of its own
--
-- Revision ID: gitness_0050
-- Revises: gitness_0047

-- migrate:up
CREATE TABLE public_access_repo (
    public_access_repo_id integer PRIMARY KEY,
    CONSTRAINT fk_public_access_repo_id FOREIGN KEY (public_access_repo_id)
        REFERENCES repositories (repo_id) ON DELETE CASCADE
);
CREATE TABLE public_access_space (
    public_access_space_id integer PRIMARY KEY,
    CONSTRAINT fk_public_access_space_id FOREIGN KEY (public_access_space_id)
        REFERENCES spaces (space_id) ON DELETE CASCADE
);
INSERT INTO public_access_repo (public_access_repo_id)
    SELECT repo_id FROM repositories WHERE repo_is_public = true;
-- retort: allow(lossy-down) the new tables have it
ALTER TABLE repositories DROP COLUMN repo_is_public;
INSERT INTO public_access_space (public_access_space_id)
    SELECT space_id FROM spaces WHERE space_is_public;
-- retort: allow(lossy-down) the new tables have it
ALTER TABLE spaces DROP COLUMN space_is_public;
