// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include "print.hpp"

const retort::Chain& in_interface_chain();

int main() { print(in_interface_chain()); }
