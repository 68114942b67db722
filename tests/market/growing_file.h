// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replay/replay_source.h"
#include "replay_folder.h"

#include <QByteArrayView>
#include <QFile>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace ticker {

/// A pipe whose reading end is opened by its path.
class TestPipe final
{
public:
    TestPipe()
    {
        if (::pipe2(m_ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
            qFatal("no pipe");
    }
    ~TestPipe()
    {
        close();
        ::close(m_ends[0]);
    }
    Q_DISABLE_COPY_MOVE(TestPipe)

    [[nodiscard]] QString path() const { return QStringLiteral("/proc/self/fd/%1").arg(m_ends[0]); }
    /// Returns how much of it has found room.
    qsizetype write(QByteArrayView bytes)
    {
        if (m_ends[1] < 0)
            return 0;
        const ssize_t written = ::write(m_ends[1], bytes.data(), std::size_t(bytes.size()));
        if (written < 0 && errno != EAGAIN)
            qFatal("cannot write to the pipe");
        return std::max<qsizetype>(written, 0);
    }
    /// The writing end.
    void close()
    {
        if (m_ends[1] >= 0)
            ::close(m_ends[1]);
        m_ends[1] = -1;
    }

private:
    std::array<int, 2> m_ends{};
};

inline void append(const QString &path, QByteArrayView bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::Append) || file.write(bytes.data(), bytes.size()) != bytes.size())
        qFatal("cannot append to %s", qPrintable(path));
}

/// Its ticks up to the end, or until there is none yet: then the last text is "not yet". An error is the last text, too.
inline QStringList playSome(ReplaySource &source)
{
    for (QStringList texts;;) {
        const auto next = source.next();
        if (next && *next) {
            texts.append(textOf(**next));
            continue;
        }
        if (!next)
            texts.append(next.error().message.english());
        else if (next->kind() == ReplayNext::Kind::NotYet)
            texts.append(QStringLiteral("not yet"));
        return texts;
    }
}

} // namespace ticker
