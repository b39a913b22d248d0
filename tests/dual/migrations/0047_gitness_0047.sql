-- Settings of a space or a repository
--
-- Revision ID: gitness_0047
-- Revises: gitness_0044

-- migrate:up
CREATE TABLE settings (
    setting_id       serial PRIMARY KEY,
    setting_space_id integer,
    setting_repo_id  integer,
    setting_key      text NOT NULL,
    setting_value    json,
    CONSTRAINT fk_settings_space_id FOREIGN KEY (setting_space_id) REFERENCES spaces (space_id) ON DELETE CASCADE,
    CONSTRAINT fk_settings_repo_id FOREIGN KEY (setting_repo_id) REFERENCES repositories (repo_id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX settings_space_id_key ON settings (setting_space_id, lower(setting_key))
    WHERE setting_space_id IS NOT NULL;
CREATE UNIQUE INDEX settings_repo_id_key ON settings (setting_repo_id, lower(setting_key))
    WHERE setting_repo_id IS NOT NULL;
