// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSocketNotifier>

namespace ticker {

/// A QSocketNotifier that calls its owner instead of emitting a signal, since a connection costs more memory than the
/// notifier itself. Server thread; owned by the stream until it is released.
class DescriptorWatch final : public QSocketNotifier
{
public:
    class Owner
    {
    public:
        /// May release the watch.
        virtual void descriptorReady(QSocketNotifier::Type type) = 0;

    protected:
        ~Owner() = default;
    };

    DescriptorWatch(qintptr descriptor, Type type, Owner &owner)
        : QSocketNotifier(descriptor, type), m_owner(&owner) { }

    /// Stops watching, at once; deletes itself later, because it may be what calls.
    void release();
    /// Null once it was released.
    [[nodiscard]] Owner *owner() const { return m_owner; }

protected:
    bool event(QEvent *event) override;

private:
    Owner *m_owner;
};

} // namespace ticker
