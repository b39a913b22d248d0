# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
"""Add free notes to transcripts

Revision ID: 5b1e9c04d7f2
Revises: 20240507_01_baseline
Create Date: 2024-06-12 16:40:00
"""
import sqlalchemy as sa
from alembic import op

revision = "5b1e9c04d7f2"
down_revision = "20240507_01_baseline"


def upgrade():
    op.add_column("transcripts", sa.Column("notes", sa.Text(), nullable=True))
    op.execute("UPDATE transcripts SET notes = 'it''s -- Running upgrade x -> y' WHERE title = '';")


def downgrade():
    op.drop_column("transcripts", "notes")
