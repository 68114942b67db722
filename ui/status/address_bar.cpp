// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "status/address_bar.h"

#include "status/status_presenter.h"
#include "style/icons.h"
#include "widgets/plain_text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace ticker {

namespace {

constexpr int addressIconSide = 40;

void enlarge(QLabel *label, qreal factor)
{
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * factor);
    label->setFont(font);
}

} // namespace

AddressBar::AddressBar(const Actions &actions, QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("addressBar"));
    m_icon = plainLabel(this);
    m_icon->setObjectName(QStringLiteral("stateIcon"));
    m_address = plainLabel(this);
    m_address->setObjectName(QStringLiteral("addressLabel"));
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    enlarge(m_address, 1.45);
    m_state = plainLabel(this);
    m_state->setObjectName(QStringLiteral("stateLabel"));

    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_address);
    texts->addWidget(m_state);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_icon);
    layout->addLayout(texts, 1);
    layout->addWidget(makeButton(QStringLiteral("copyAddressButton"), actions.copy));
    layout->addWidget(makeButton(QStringLiteral("openPageButton"), actions.open));
    layout->addWidget(makeButton(QStringLiteral("pauseButton"), actions.pause));
    layout->addWidget(makeButton(QStringLiteral("recordButton"), actions.record));
}

QWidget *AddressBar::makeButton(const QString &name, QAction *action)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus); // tool buttons are left out of the tab chain by default
    button->setMinimumHeight(button->fontMetrics().height() * 2);
    return button;
}

void AddressBar::showState(const StatusView &view, const QString &url)
{
    m_address->setText(plainText(url.isEmpty() ? tr("No address") : url));
    m_address->setAccessibleName(plainText(url.isEmpty() ? tr("No address") : tr("Address: %1").arg(url)));
    m_state->setText(plainText(view.text));
    if (m_iconName == view.iconName)
        return;
    m_iconName = view.iconName;
    m_icon->setPixmap(programIcon(m_iconName).pixmap(addressIconSide, addressIconSide));
    m_icon->setAccessibleName(plainText(tr("State: %1").arg(view.text)));
}

} // namespace ticker

#include "moc_address_bar.cpp"
