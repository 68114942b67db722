// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings_dialog/preferences.h"

#include <QGroupBox>

class QCheckBox;

namespace ticker {

class TextListEditor;

/// Which pages may read the feed beside those of this computer, and by which names it is called. Main thread; owned by its
/// parent.
class AccessSection final : public QGroupBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccessSection)

public:
    explicit AccessSection(const SettingsChecks &checks, QWidget *parent = nullptr);

    void showRules(const AccessRules &rules);

Q_SIGNALS:
    void chosen(const ticker::AccessRules &rules);

private:
    void tell();

    TextListEditor *m_origins = nullptr;
    TextListEditor *m_hosts = nullptr;
    QCheckBox *m_nullOrigin = nullptr;
};

} // namespace ticker
