// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "localized_text.h"

#include <QFile>
#include <QString>

#include <memory>
#include <optional>

namespace ticker {

/// Why a file was not opened.
struct OpenError final
{
    LocalizedText why;      ///< A sentence without the name: what it is, and what to do.
    bool isMissing = false; ///< There is nothing of that name.
};

// All files are opened here. To open a pipe waits for its other end, to read from a terminal waits for a person, and to
// open a device may do anything: so these functions refuse what is not a regular file, and never wait.

/// Unbuffered. Its fileName() is empty, as that of any QFile made from a descriptor.
[[nodiscard]] Expected<std::unique_ptr<QFile>, OpenError> openToRead(const QString &path);

/// The same for what is read from its start to its end: a pipe will do, too, and standard input (/dev/stdin) that is a
/// socket. What they do not have yet fails with EAGAIN, see FileStream. A pipe may have no writer yet.
[[nodiscard]] Expected<std::unique_ptr<QFile>, OpenError> openToStream(const QString &path);

/// Makes a file, unbuffered. Whatever has that name already is an error, a link to nothing as well.
[[nodiscard]] Expected<std::unique_ptr<QFile>, OpenError> openNew(const QString &path);

/// A file without a name, for reading and writing, which is gone with it. It is in the folder TMPDIR, if that is set, else in
/// /var/tmp: what is in /tmp is often in memory. Null: it cannot be made there.
[[nodiscard]] std::unique_ptr<QFile> openTemporary();

/// For lines at the end of a file, which is made if there is none. A device, such as a terminal, and a pipe that somebody
/// reads will do, too: what they do not take at once fails with EAGAIN. A descriptor, which the caller closes.
[[nodiscard]] Expected<int, OpenError> openToAppend(const QString &path);

/// Why a file of that name must not be written, a sentence as in OpenError: it is something else than a regular file.
[[nodiscard]] std::optional<LocalizedText> whyNotReplaced(const QString &path);

} // namespace ticker
