class Unit: pass
