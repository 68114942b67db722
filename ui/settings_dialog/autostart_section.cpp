// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings_dialog/autostart_section.h"

#include "widgets/settings_labels.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace ticker {

AutostartSection::AutostartSection(QWidget *parent) : QGroupBox(tr("At login"), parent)
{
    setObjectName(QStringLiteral("loginSection"));
    m_on = new QCheckBox(tr("&Start TickerTray when I log in"), this);
    m_on->setObjectName(QStringLiteral("loginBox"));
    m_hidden = new QCheckBox(tr("Start hi&dden in the tray"), this);
    m_hidden->setObjectName(QStringLiteral("loginHiddenBox"));
    m_explanation = makeExplanation({}, this);
    m_explanation->setObjectName(QStringLiteral("loginExplanation"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_on);
    layout->addWidget(m_hidden);
    layout->addWidget(m_explanation);
    showStart({});
    connect(m_on, &QCheckBox::clicked, this, &AutostartSection::tell);
    connect(m_hidden, &QCheckBox::clicked, this, &AutostartSection::tell);
}

void AutostartSection::showStart(const Autostart &start)
{
    m_on->setEnabled(start.available);
    m_on->setChecked(start.on);
    m_hidden->setEnabled(start.available && start.on);
    m_hidden->setChecked(start.hidden);
    m_explanation->setText(start.available ? tr("If no tray appears within 30 seconds, the window opens.")
                                           : tr("Not available here: inside a Flatpak and on some systems, TickerTray "
                                                "cannot be set to start at login."));
}

void AutostartSection::tell()
{
    m_hidden->setEnabled(m_on->isChecked());
    Q_EMIT chosen({true, m_on->isChecked(), m_hidden->isChecked()});
}

} // namespace ticker

#include "moc_autostart_section.cpp"
