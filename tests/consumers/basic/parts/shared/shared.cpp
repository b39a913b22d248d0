// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include <acme/shared.hpp>

int shared_count() { return static_cast<int>(acme::shared::migrations::chain().revision_count); }
