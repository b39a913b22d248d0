# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
"""Create transcripts with segments, actions and audit events

Revision ID: 20240507_01_baseline
Revises:
Create Date: 2024-05-07 09:12:00
"""
import sqlalchemy as sa
from alembic import op

revision = "20240507_01_baseline"
down_revision = None


def upgrade():
    op.create_table(
        "transcripts",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("org_id", sa.String(), nullable=False),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("status", sa.String(20), nullable=False, server_default="active"),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False,
                  server_default=sa.func.now()),
    )
    op.create_index("ix_transcripts_org_id", "transcripts", ["org_id"])
    op.create_table(
        "segments",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("transcript_id", sa.String(), sa.ForeignKey("transcripts.id", ondelete="CASCADE"),
                  nullable=False),
        sa.Column("segment_id", sa.String(), nullable=False),
        sa.Column("t0", sa.Float(), nullable=False),
        sa.Column("t1", sa.Float(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.CheckConstraint("t1 >= t0", name="ck_segment_times"),
        sa.UniqueConstraint("transcript_id", "segment_id", name="uix_segment"),
    )
    op.create_table(
        "actions",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("transcript_id", sa.String(), sa.ForeignKey("transcripts.id", ondelete="CASCADE"),
                  nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.create_table(
        "audit_events",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        sa.Column("transcript_id", sa.String(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
    )


def downgrade():
    op.drop_table("audit_events")
    op.drop_table("actions")
    op.drop_table("segments")
    op.drop_table("transcripts")
