-- Split the speaker's role from the speaker's name
--
-- Recorders used to write 'Ana (agent)' into segments.speaker. Now the name and the
-- role have a column each; a speaker without a role stays as it is.
--
-- Revision ID: 94e6b8d2057c
-- Revises: 1fa7704be6d3
-- Create Date: 2024-10-08 18:31

-- migrate:up
ALTER TABLE segments ADD COLUMN speaker_role text;
UPDATE segments
   SET speaker_role = substr(speaker, strpos(speaker, ' (') + 2,
                             length(speaker) - strpos(speaker, ' (') - 2),
       speaker = substr(speaker, 1, strpos(speaker, ' (') - 1)
 WHERE speaker LIKE '% (%)';

-- migrate:verify
SELECT count(*) = 0 FROM segments WHERE speaker LIKE '% (%)';

-- migrate:down
UPDATE segments
   SET speaker = speaker || ' (' || speaker_role || ')'
 WHERE speaker_role IS NOT NULL;
ALTER TABLE segments DROP COLUMN speaker_role;
