# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
"""Find segments by their beginning, without stopping anybody

Revision ID: 1fa7704be6d3
Revises: c83d20f6a19e
Create Date: 2024-09-02 10:00:00
"""
from alembic import op

revision = "1fa7704be6d3"
down_revision = "c83d20f6a19e"


def upgrade():
    with op.get_context().autocommit_block():
        op.create_index("ix_segments_text", "segments", ["text"], postgresql_concurrently=True)


def downgrade():
    op.drop_index("ix_segments_text", "segments")
