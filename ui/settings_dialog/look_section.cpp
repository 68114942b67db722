// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings_dialog/look_section.h"

#include "widgets/plain_text.h"
#include "widgets/settings_labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>

namespace ticker {

namespace {

template<typename Value>
Value valueOf(const QComboBox &chooser)
{
    return static_cast<Value>(chooser.currentData().toInt());
}

template<typename Value>
void choose(QComboBox &chooser, Value value)
{
    chooser.setCurrentIndex(chooser.findData(int(value)));
}

} // namespace

LookSection::LookSection(QWidget *parent) : QGroupBox(tr("Appearance"), parent)
{
    setObjectName(QStringLiteral("lookSection"));
    const auto makeChooser = [this](const char *name, const QString &accessibleName) {
        auto *chooser = new QComboBox(this);
        chooser->setObjectName(QString::fromLatin1(name));
        chooser->setAccessibleName(plainText(accessibleName));
        connect(chooser, &QComboBox::activated, this, &LookSection::tell);
        return chooser;
    };
    m_theme = makeChooser("themeChooser", tr("Theme"));
    m_theme->addItem(tr("As the desktop"), int(Theme::System));
    m_theme->addItem(tr("Light"), int(Theme::Light));
    m_theme->addItem(tr("Dark"), int(Theme::Dark));
    m_trayIcon = makeChooser("trayIconChooser", tr("Tray icon"));
    m_trayIcon->addItem(tr("Automatic"), int(TrayIconStyle::Automatic));
    m_trayIcon->addItem(tr("Light, for dark panels"), int(TrayIconStyle::Light));
    m_trayIcon->addItem(tr("Dark, for light panels"), int(TrayIconStyle::Dark));
    m_trayIcon->addItem(tr("In colour"), int(TrayIconStyle::Colour));
    m_rising = makeChooser("risingChooser", tr("Price colours"));
    m_rising->addItem(tr("Rising green, falling red"), 0);
    m_rising->addItem(tr("Rising red, falling green"), 1);
    m_notifications = new QCheckBox(tr("Sho&w notifications, such as errors while the window is closed"), this);
    m_notifications->setObjectName(QStringLiteral("notificationsBox"));
    connect(m_notifications, &QCheckBox::clicked, this, &LookSection::tell);

    auto *layout = new QFormLayout(this);
    layout->addRow(tr("&Theme"), m_theme);
    layout->addRow(tr("Tra&y icon"), m_trayIcon);
    layout->addRow(tr("Price colo&urs"), m_rising);
    layout->addRow(m_notifications);
    showLook({});
}

void LookSection::showLook(const LookSettings &look)
{
    choose(*m_theme, look.theme);
    choose(*m_trayIcon, look.trayIcon);
    choose(*m_rising, look.risingIsRed);
    m_notifications->setChecked(look.notifications);
}

void LookSection::tell()
{
    Q_EMIT chosen({valueOf<Theme>(*m_theme), valueOf<TrayIconStyle>(*m_trayIcon), valueOf<bool>(*m_rising),
                   m_notifications->isChecked()});
}

} // namespace ticker

#include "moc_look_section.cpp"
