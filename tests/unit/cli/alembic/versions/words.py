# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
"""Count the words of a segment

Revision ID: 94e6b8d2057c
Revises: 1fa7704be6d3
Create Date: 2024-10-08 10:00:00
"""
import sqlalchemy as sa
from alembic import op

revision = "94e6b8d2057c"
down_revision = "1fa7704be6d3"


def upgrade():
    op.add_column("segments", sa.Column("words", sa.Integer(), nullable=True))
    op.execute("UPDATE segments SET words = length(text) - length(replace(text, ' ', '')) + 1")


def downgrade():
    op.drop_column("segments", "words")
