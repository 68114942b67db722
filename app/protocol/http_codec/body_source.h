// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace ticker {

/// The body of a long reply, read or made piece by piece while it is sent, and no faster than the client takes it. Server
/// thread; owned by the reply, then by who sends it.
class BodySource
{
public:
    /// What is still to be sent lies in a file, whose descriptor the source owns.
    struct FilePart final
    {
        int descriptor = -1;
        qint64 from = 0;
        qint64 size = 0;
    };

    BodySource() = default;
    virtual ~BodySource() = default;
    Q_DISABLE_COPY_MOVE(BodySource)

    /// Bytes of all pieces; nothing: that shows in the end.
    [[nodiscard]] virtual std::optional<qint64> size() const = 0;
    /// The next piece, of about that many bytes at most; empty: there is no more. Nothing: the body cannot be completed.
    [[nodiscard]] virtual std::optional<QByteArray> next(qsizetype most) = 0;
    /// For a stream that can send from a file by itself.
    [[nodiscard]] virtual std::optional<FilePart> file() const { return std::nullopt; }
    /// So many bytes of the file were sent without next().
    virtual void skip(qint64 bytes) { Q_UNUSED(bytes); }
};

/// Bytes that are there as a whole, and shared: sending them copies a piece at a time.
class SharedBody final : public BodySource
{
public:
    explicit SharedBody(QByteArray bytes) : m_bytes(std::move(bytes)) { }

    [[nodiscard]] std::optional<qint64> size() const override { return m_bytes.size(); }
    [[nodiscard]] std::optional<QByteArray> next(qsizetype most) override;

private:
    QByteArray m_bytes;
    qsizetype m_position = 0;
};

} // namespace ticker
