// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
int main() {}
