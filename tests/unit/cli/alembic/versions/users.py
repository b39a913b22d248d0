# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
"""Add users

Revision ID: c83d20f6a19e
Revises: 5b1e9c04d7f2
Create Date: 2024-07-18 11:05:00
"""
import sqlalchemy as sa
from alembic import op

revision = "c83d20f6a19e"
down_revision = "5b1e9c04d7f2"


def upgrade():
    op.create_table(
        "users",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("role", sa.Enum("reader", "writer", name="user_role"), nullable=False),
    )
    op.create_index("uix_users_email", "users", [sa.text("lower(email)")], unique=True)


def downgrade():
    op.drop_table("users")
    op.execute("DROP TYPE user_role" if op.get_context().dialect.name == "postgresql" else "SELECT 1")
