// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "tick_columns/tick_layout.h"

#include <QByteArrayView>

namespace ticker {

/// Understands by the start of a file how it is to be read. Pure. Untrusted bytes, of which a line end is looked for; what is
/// behind the last one counts only if the file is whole.
[[nodiscard]] Expected<TickLayout, TickLayoutFault> sniffTickFile(QByteArrayView start, bool isWhole,
                                                                  const TickReadOptions &options);

} // namespace ticker
