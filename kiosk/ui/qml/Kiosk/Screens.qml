pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// Every screen, by the name that the booth calls it.
Item {
    id: screens

    required property BoothModel booth
    readonly property GuestScreen front: {
        for (const loader of [attract, resting, choose, pay, shoot, arrange, printing, takeHome, owed, cancelled, settled])
            if (loader.front)
                return loader.item as GuestScreen;
        return null;
    }

    property bool settled: false // the first screen stands, so there is time for the others

    signal picked(box: rect)
    signal staffCalled

    Timer {
        interval: 400
        running: screens.front !== null && screens.booth.moment !== "attract-starting"
        onTriggered: screens.settled = true
    }

    component Place: ScreenLoader {
        current: screens.booth.screen
        ahead: screens.settled
    }

    Place {
        id: attract

        name: "attract"
        sourceComponent: ScreenAttract {
            attract: screens.booth.attract
        }
    }
    Place {
        id: resting

        name: "resting"
        sourceComponent: ScreenResting {
            attract: screens.booth.attract
        }
    }
    Place {
        id: choose

        name: "choose"
        sourceComponent: ScreenChoose {
            attract: screens.booth.attract
            choose: screens.booth.choose
            limit: screens.booth.limit
            onPicked: box => screens.picked(box)
        }
    }
    Place {
        id: pay

        name: "pay"
        sourceComponent: ScreenPay {
            pay: screens.booth.pay
            limit: screens.booth.limit
            look: screens.booth.look
            ahead: screens.settled
            onStaffCalled: screens.staffCalled()
        }
    }
    Place {
        id: shoot

        name: "shoot"
        sourceComponent: ScreenShoot {
            shoot: screens.booth.shoot
            sheet: screens.booth.sheet
            look: screens.booth.look
            live: screens.booth.live
            running: shoot.front
        }
    }
    Place {
        id: arrange

        name: "arrange"
        sourceComponent: ScreenArrange {
            arrange: screens.booth.arrange
            looks: screens.booth.looks
            templates: screens.booth.templates
            sheet: screens.booth.sheet
            limit: screens.booth.limit
        }
    }
    Place {
        id: printing

        name: "printing"
        sourceComponent: ScreenPrinting {
            printing: screens.booth.printing
            change: screens.booth.change
        }
    }
    Place {
        id: takeHome

        name: "takehome"
        sourceComponent: ScreenTakeHome {
            takeHome: screens.booth.take_home
            change: screens.booth.change
            limit: screens.booth.limit
        }
    }
    Place {
        id: owed

        name: "owed"
        sourceComponent: ScreenOwed {
            end: screens.booth.end
            sheet: screens.booth.sheet
            change: screens.booth.change
            limit: screens.booth.limit
        }
    }
    Place {
        id: cancelled

        name: "cancelled"
        sourceComponent: ScreenEnd {
            end: screens.booth.end
            limit: screens.booth.limit
            packages: screens.booth.attract.packages
        }
    }
    Place {
        id: settled

        name: "settled"
        sourceComponent: ScreenEnd {
            end: screens.booth.end
            limit: screens.booth.limit
            packages: screens.booth.attract.packages
            settled: true
        }
    }
}
